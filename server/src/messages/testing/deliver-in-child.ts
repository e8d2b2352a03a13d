/** A process that sends what is due and is killed by its parent while it does. Told everything on its command line. */
import { instant } from '@luoshi/domain/kernel/day'
import { idOf } from '@luoshi/domain/kernel/ids'
import { Pool } from 'pg'
import { congressDb } from '../../execute/congress-db.ts'
import { houseSealIn } from '../../execute/house-seal.ts'
import { noChannels } from '../channel-settings.ts'
import { deliver } from '../deliver.ts'

const [config = '{}', congress = '', origin = '', now = '', folder = ''] = process.argv.slice(2)

const pool = new Pool(JSON.parse(config))
await deliver(
  {
    world: { db: congressDb(pool), now: () => instant(now), house: await houseSealIn(folder) },
    settings: { ...noChannels, webhookOrigins: [origin] },
    congressName: '测试县人大常委会',
    link: 'https://luoshi.example/messages',
  },
  idOf('congress', congress),
)
await pool.end()
