// Words for hosts and their administrators, which Slugline's own page never says.

import embed from '../locale/embed.json' with { type: 'json' }
import { learn } from '../words.js'

learn(embed)
