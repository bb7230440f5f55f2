import { ROOM_IDS, ROOM_KEYS } from '../../core/columns'
import { message } from '../../messages'
import { unitName } from '../units'
import { cellsAt, placed, siteSubject, sitesOf } from './sites'
import { rule } from '../rule'

const LEAST_ROOM = 8

/** More rooms of their own than the area can hold: under 8 m² for each. */
export const roomsImplausible = rule({
  id: 'rooms-implausible', needs: ['premises'], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: [['社区', '使用面积', '办公室', '警务室', '议事室', '活动室'], ['河东社区', 15, '独立', '独立', '独立', '独立'], ['河西社区', 250, '有', '有', '有', '有']],
    good: [['社区', '使用面积', '办公室', '警务室', '议事室', '活动室'], ['河东社区', 115, '独立', '独立', '独立', '独立'], ['河西社区', 250, '有', '有', '有', '有']],
  },
  run(input, report) {
    for (const site of sitesOf(input)) {
      const { place, unit } = site, area = place.usable ?? place.unspecified
      // Two places may have the rooms between them.
      if (area === null || area.value === null || area.value <= 0 || unit.premises?.sites.length !== 1) continue
      const rooms = ROOM_IDS.filter(room => place.rooms[room] === 'present').length, whole = area.value + (place.activity?.value ?? 0)
      if (rooms < 2 || whole / rooms >= LEAST_ROOM) continue
      report({ ...placed([area.place, ...cellsAt(site, ...ROOM_KEYS)]), subject: siteSubject(input, site, 'rooms-implausible'), message: message('finding.rooms-implausible', { unit: unitName(input, unit.community), rooms, area: whole }) })
    }
  },
})
