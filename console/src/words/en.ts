import { deskEn } from './desk.en.ts'
import { mattersEn } from './matters.en.ts'
import { shellEn } from './shell.en.ts'
import type { Messages } from './zh.ts'

export const en: Messages = {
  shell: shellEn,
  desk: deskEn,
  matters: mattersEn,
}
