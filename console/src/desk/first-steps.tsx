/** The desk over an empty ledger: teaches the first steps to whom may take them. */
import { Link } from '@tanstack/react-router'
import { useMay } from '../api/session.ts'
import { EmptyNote } from '../ui/empty-note.tsx'
import { roomPaths } from '../shell/rooms.ts'
import { useWords } from '../words/language.ts'

export function FirstSteps() {
  const { desk } = useWords()
  const may = useMay()
  const clerk = may('OpenAppraisal')
  const admin = may('InviteAccount')
  return (
    <section className="card">
      <EmptyNote
        title={desk.empty}
        action={
          clerk ? (
            <ol className="first-steps">
              <li>
                <Link to={roomPaths.people}>{desk.startPeople}</Link>
              </li>
              <li>
                <Link to={roomPaths.ruleBooks}>{desk.startRules}</Link>
              </li>
              <li>
                <Link to={roomPaths.yearPlans}>{desk.startPlan}</Link>
              </li>
              <li>
                <Link to={roomPaths.appraisals}>{desk.startAppraisal}</Link>
              </li>
              <li>
                <Link to={roomPaths.imports}>{desk.startImport}</Link>
              </li>
            </ol>
          ) : admin ? (
            <Link to={roomPaths.accounts}>{desk.startAccounts}</Link>
          ) : null
        }
      >
        {clerk ? desk.emptyFix : admin ? desk.emptyFixAdmin : desk.emptyFixReader}
      </EmptyNote>
    </section>
  )
}
