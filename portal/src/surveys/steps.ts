/** One question a screen: which steps there are for what has been answered so far, and which one is shown. */
export type Steps = Readonly<{
  /** Those that apply now, in order. */
  now: () => readonly HTMLElement[]
  show: (step: HTMLElement, focus: boolean) => void
  /** Of the questions that apply, how many have no answer. */
  unanswered: () => number
}>

export function openSteps(form: HTMLFormElement): Steps {
  const all = [...form.querySelectorAll<HTMLElement>('[data-step]')]

  function applies({ dataset: { when, anyOf = '' } }: HTMLElement): boolean {
    if (when === undefined) return true
    // A follow-up of a question that was not asked itself is not asked either.
    const asked = all.find((one) => one.dataset['question'] === when)
    if (!asked || !applies(asked)) return false
    const options = anyOf.split(' ')
    return inputsOf(asked).some((one) => one.checked && options.includes(one.value))
  }

  function now(): readonly HTMLElement[] {
    return all.filter(applies)
  }

  return {
    now,
    show: (step, focus) => {
      for (const one of all) one.hidden = one !== step
      // The words of the question are read out first; focus on a control would skip them.
      step.tabIndex = -1
      if (focus) {
        step.focus({ preventScroll: true })
        window.scrollTo(0, 0)
      }
    },
    unanswered: () =>
      now().filter((one) => {
        const text = one.querySelector('textarea')
        if (one.dataset['question'] === undefined || text) return false
        return !inputsOf(one).some(({ checked }) => checked)
      }).length,
  }
}

/** A follow-up that no longer applies keeps its mark on the page and is not sent. */
export function inputsOf(step: HTMLElement): readonly HTMLInputElement[] {
  return [...step.querySelectorAll<HTMLInputElement>('.options input')]
}
