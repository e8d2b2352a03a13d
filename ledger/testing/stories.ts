/** Short histories of opinions and matters, as events: lawful ones to start from, in tests that then break them. */
import type { JsonObject } from '../src/log/json.ts'
import type { Said } from './proof-file.ts'

const approval = { body: 'chairs', on: '2026-03-01', reference: '第12次主任会议' }

export function raised(n: number): Said {
  const facts = { opinion: `opinion_${n}`, appraisal: 'appraisal_one', partOf: null }
  return {
    stream: `opinion_${n}`,
    type: 'OpinionRaised',
    facts,
    words: { text: `青禾路第${n}段积水严重，请尽快整修。` },
  }
}

export function opened(n: number, opinion: number = n): Said {
  const facts = { opinion: `opinion_${opinion}`, appraisal: 'appraisal_one' }
  return { stream: `matter_${n}`, type: 'MatterOpened', facts, words: { title: `第${n}段积水` } }
}

export function exited(n: number): Said {
  const words = { reason: '属于信访事项，转信访局办理。' }
  return {
    stream: `opinion_${n}`,
    type: 'OpinionExited',
    facts: { exit: 'diverted', approval },
    words,
  }
}

export function matterExited(n: number): Said {
  const words = { reason: '上级事权，已书面说明。' }
  return {
    stream: `matter_${n}`,
    type: 'MatterExited',
    facts: { exit: 'notWithinOurPower', approval },
    words,
  }
}

export function split(n: number, ...parts: readonly number[]): Said {
  const facts = { parts: parts.map((part) => `opinion_${part}`) }
  return {
    stream: `opinion_${n}`,
    type: 'OpinionSplit',
    facts,
    words: { reason: '一条意见含两件事。' },
  }
}

function tookPart(n: number, opinion: number): Said {
  return { stream: `matter_${n}`, type: 'MatterTookPart', facts: { opinion: `opinion_${opinion}` } }
}

/** `failing`: the axes that do not pass. */
export function judged(n: number, round: number, ...failing: readonly string[]): Said {
  const axis = (name: string): JsonObject => ({ passed: !failing.includes(name) })
  const facts = {
    round,
    measures: axis('measures'),
    timeliness: axis('timeliness'),
    quality: axis('quality'),
    satisfied: failing.length === 0,
  }
  return { stream: `matter_${n}`, type: 'MatterJudged', facts }
}

export function reopened(n: number, round: number): Said {
  return { stream: `matter_${n}`, type: 'MatterReopened', facts: { round } }
}

export function closed(n: number, round: number): Said {
  return { stream: `matter_${n}`, type: 'MatterClosed', facts: { round, approval } }
}

export function merged(n: number, into: number): Said {
  return {
    stream: `matter_${n}`,
    type: 'MatterMerged',
    facts: { into: `matter_${into}`, approval },
    words: { reason: '内容相同' },
  }
}

/** One of everything that is lawful: 5 opinions that count, 3 matters, 2 exits. */
export const lawful: readonly Said[] = [
  raised(1),
  opened(1),
  raised(2),
  exited(2),
  raised(3),
  opened(3),
  judged(1, 1, 'quality'),
  reopened(1, 2),
  raised(4),
  raised(5),
  split(3, 4, 5),
  tookPart(3, 4),
  opened(5),
  judged(1, 2),
  closed(1, 2),
  raised(6),
  opened(6),
  matterExited(6),
  merged(5, 3),
]
