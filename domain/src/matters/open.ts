/**
 * Rule: an opinion becomes a numbered matter the moment it is raised; while it is a draft its title, its unit and the
 * part of the opinion it carries may change; the chairs approve the wording before anything is handed over.
 * Source: domain.md §1.9 (主任会议 is the gate), §9.1 (drafted → approved); architecture.md.
 */
import { badApproval, blank } from './guards.ts'
import type { Command } from './commands.ts'
import type { MatterPolicy } from './policy.ts'
import { rule, type Ruling } from './rule.ts'

export function openMatter({
  opinion,
  appraisal,
  phase,
  unit,
  title,
  text,
  noted,
  today,
}: Command<'OpenMatter'>): Ruling {
  return rule(blank('事项标题', title) ?? blank('意见原文', text), {
    type: 'MatterOpened',
    opinion,
    appraisal,
    phase,
    unit,
    on: today,
    words: { title: title.trim(), text, ...(noted ? { noted } : {}) },
  })
}

export function takePart({ opinion, title, text }: Command<'TakePart'>): Ruling {
  return rule(blank('事项标题', title) ?? blank('意见原文', text), {
    type: 'MatterTookPart',
    opinion,
    words: { title: title.trim(), text },
  })
}

export function redraftMatter({ title, unit }: Command<'RedraftMatter'>): Ruling {
  return rule(blank('事项标题', title), {
    type: 'MatterRedrafted',
    unit,
    words: { title: title.trim() },
  })
}

export function approveMatter(
  { approval, today }: Command<'ApproveMatter'>,
  policy: MatterPolicy,
): Ruling {
  return rule(badApproval('matter', approval, today, policy), { type: 'MatterApproved', approval })
}
