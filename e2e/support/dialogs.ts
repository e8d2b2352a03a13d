/** Dialogs as a person takes them: opened by a verb, filled by the labels, sent, and gone when it is on record. */
import type { Form, Person } from './person.ts'

type Filling = Readonly<Record<string, string>> | ((form: Form) => Promise<void>)

export async function press({ page }: Person, verb: string | RegExp): Promise<void> {
  await page
    .getByRole('button', typeof verb === 'string' ? { name: verb, exact: true } : { name: verb })
    .first()
    .click()
}

/** Opens the dialog by its verb, fills it, sends it by `send`, and waits until it is gone. */
export async function act(
  person: Person,
  verb: string | RegExp,
  filling: Filling = {},
  send: string | RegExp = verb,
): Promise<void> {
  await press(person, verb)
  await finish(person, filling, send)
}

/** Fills the dialog that is open, sends it, and waits until it is gone. */
export async function finish(
  { page }: Person,
  filling: Filling,
  send: string | RegExp,
): Promise<void> {
  const form = page.getByRole('dialog').last()
  await form.waitFor()
  try {
    if (typeof filling === 'function') await filling(form)
    else
      for (const [label, text] of Object.entries(filling))
        await form.getByLabel(label, { exact: true }).fill(text)
    // A click on something that still moves may begin on it and end beside it.
    await page.evaluate(() =>
      Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined))),
    )
    await form
      .getByRole('button', typeof send === 'string' ? { name: send, exact: true } : { name: send })
      .click({ timeout: 30_000 })
    await form.waitFor({ state: 'hidden', timeout: 30_000 })
  } catch (failure) {
    const seen = await page.locator('body').ariaSnapshot()
    throw new Error(`${String(send)} could not be done; the page shows:\n${seen}`, {
      cause: failure,
    })
  }
}

/** A list of choices: opened by its label, the option taken by its text. */
export async function choose(
  { page }: Person,
  within: Form,
  label: string,
  option: string | RegExp,
): Promise<void> {
  await within.getByLabel(label, { exact: true }).first().click()
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
    .filter({ hasText: option })
    .first()
    .click()
}
