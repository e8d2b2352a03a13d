/**
 * Asks before an act of law: what will happen, and that it stays in the ledger. `const confirm = useConfirm()`, then
 * `if (await confirm({ title, effects, action })) …`.
 */
import { App } from 'antd'
import { useWords } from '../words/language.ts'

export type Question = Readonly<{
  title: string
  /** What will follow, one line each. */
  effects?: readonly string[]
  /** The verb on the button. */
  action: string
  /** False when it can be taken back. */
  irreversible?: boolean
}>

export function useConfirm(): (question: Question) => Promise<boolean> {
  const { modal } = App.useApp()
  const { shell } = useWords()
  return async ({ title, effects = [], action, irreversible = true }) =>
    modal.confirm({
      title,
      icon: null,
      okText: action,
      cancelText: shell.cancel,
      content: (
        <>
          <ul className="effect-list">
            {effects.map((effect) => (
              <li key={effect}>{effect}</li>
            ))}
          </ul>
          {irreversible && <p className="consequence">{shell.irreversible}</p>}
        </>
      ),
    })
}
