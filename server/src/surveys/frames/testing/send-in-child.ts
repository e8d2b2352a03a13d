/** A process that sends the codes of a sample and is killed by its parent while it does. Told everything on its command line. */
import { instant } from '@luoshi/domain/kernel/day'
import { idOf } from '@luoshi/domain/kernel/ids'
import { Pool } from 'pg'
import { testWorld } from '../../../../testing/test-county.ts'
import { issueCodes } from '../issue-codes.ts'

const [config = '{}', folder = '', now = '', congress = '', frame = '', version = '', url = ''] =
  process.argv.slice(2)

const pool = new Pool(JSON.parse(config))
await issueCodes(await testWorld(pool, folder, () => instant(now)), {
  by: {
    account: idOf('account', 'account_clerk01'),
    name: 'clerk',
    congress: idOf('congress', congress),
    roles: ['clerk'],
    unit: null,
    official: null,
  },
  frame: idOf('surveyframe', frame),
  version: Number(version),
  channel: 'sms',
  origin: 'https://county.example',
  sms: { url, token: null, template: 'A', codeTemplate: 'B', surveyTemplate: 'C' },
})
await pool.end()
