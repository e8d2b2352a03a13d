/** The keys that work right now, by group. */
import { Modal } from 'antd'
import { useWords } from '../words/language.ts'
import { useOfferedShortcuts, type ShortcutGroup } from './shortcuts.ts'

const groups = ['everywhere', 'list', 'page'] as const satisfies readonly ShortcutGroup[]

export function KeyboardHelp({ onClose }: Readonly<{ onClose: () => void }>) {
  const { shell } = useWords()
  const offered = useOfferedShortcuts()
  return (
    <Modal open onCancel={onClose} footer={null} title={shell.keyboard} width={520}>
      <p className="quiet">{shell.keyboardIntro}</p>
      {groups.map((group) => {
        const keys = offered.filter((one) => one.group === group)
        return keys.length === 0 ? null : (
          <section key={group} className="key-group">
            <h2>{shell.keyboardGroups[group]}</h2>
            <dl>
              {keys.map((one) => (
                <div key={one.keys}>
                  <dt>
                    {one.keys.split(' ').map((key) => (
                      <kbd key={key}>
                        {key.startsWith('mod+') ? `Ctrl/⌘ ${key.slice(4).toUpperCase()}` : key}
                      </kbd>
                    ))}
                  </dt>
                  <dd>{one.words}</dd>
                </div>
              ))}
            </dl>
          </section>
        )
      })}
    </Modal>
  )
}
