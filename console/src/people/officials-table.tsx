import type { OfficialRow } from '@luoshi/server/contract/people'
import { Button } from 'antd'
import { useWords } from '../words/language.ts'

/** Who answers in person, in which post, appointed by whom; those who left and who succeeded them. */
export function OfficialsTable({
  officials,
  onTransfer,
}: Readonly<{
  officials: readonly OfficialRow[]
  onTransfer: ((official: OfficialRow) => void) | null
}>) {
  const { people: words } = useWords()
  const nameOf = (id: string | null) => officials.find((one) => one.id === id)?.name ?? ''
  return (
    <div className="sheet-scroll">
      <table className="sheet">
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.unit}</th>
            <th scope="col">{words.post}</th>
            <th scope="col">{words.appointedBy}</th>
            <th scope="col">{words.status}</th>
            {onTransfer && (
              <th scope="col" className="end">
                {words.actions}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {officials.map((one) => (
            <tr key={one.id}>
              <td>{one.name}</td>
              <td>{one.unitName}</td>
              <td>{one.post}</td>
              <td className="quiet">{words.appointers[one.appointedBy]}</td>
              <td className={one.status === 'inPost' ? '' : 'quiet'}>
                {one.status === 'inPost' ? words.inPost : words.left(nameOf(one.successor))}
              </td>
              {onTransfer && (
                <td className="row-actions">
                  {one.status === 'inPost' && (
                    <Button type="link" size="small" onClick={() => onTransfer(one)}>
                      {words.transfer}
                    </Button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
