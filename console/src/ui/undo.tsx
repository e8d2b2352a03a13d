/**
 * Says what was done and offers to take it back for ten seconds: only for what is no act of law (saved views, drafts).
 * `const undoable = useUndo()`, then `undoable('已删除…', () => putBack())`.
 */
import { App, Button } from 'antd'
import { useWords } from '../words/language.ts'

const seconds = 10

export function useUndo(): (done: string, takeBack: () => void) => void {
  const { message } = App.useApp()
  const { shell } = useWords()
  return (done, takeBack) => {
    const key = `undo ${done}`
    void message.open({
      key,
      duration: seconds,
      content: (
        <>
          {done}
          <Button
            type="link"
            size="small"
            onClick={() => {
              message.destroy(key)
              takeBack()
              void message.success(shell.undone)
            }}
          >
            {shell.undo}
          </Button>
        </>
      ),
    })
  }
}
