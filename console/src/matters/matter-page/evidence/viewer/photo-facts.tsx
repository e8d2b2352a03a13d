/** When and where the camera says a photograph was taken. Cameras can be wrong: it is a hint and no proof. */
import { useWords } from '../../../../words/language.ts'
import type { About } from './use-about.ts'

export function PhotoFacts({ photo }: Readonly<{ photo: NonNullable<About['photo']> }>) {
  const { evidence: words } = useWords().matterPage
  const { takenAt, camera, place } = photo
  const said = [
    takenAt && words.takenAt(takenAt),
    place && words.takenIn(place.latitude, place.longitude),
    camera,
  ].filter((part) => part !== null)
  if (said.length === 0) return null
  return (
    <span className="photo-facts">
      {said.join(' · ')}
      <small> {words.photoNote}</small>
    </span>
  )
}
