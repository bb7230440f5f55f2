import { message } from '../../messages'
import { unitName } from '../units'
import { roomAreas } from './room-areas'
import { placed, siteSubject, sitesOf } from './sites'
import { rule } from '../rule'

/** The rooms together are larger than the premises that hold them. */
export const roomsExceedArea = rule({
  id: 'rooms-exceed-area', needs: ['premises'], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: [['社区', '使用面积', '社区办公室（㎡）', '警务室（㎡）', '议事室（㎡）', '活动室（㎡）'], ['河东社区', 105, 40, 25, 45, 60], ['河西社区', 250, 60, 20, 40, 50]],
    good: [['社区', '使用面积', '社区办公室（㎡）', '警务室（㎡）', '议事室（㎡）', '活动室（㎡）'], ['河东社区', 205, 40, 25, 45, 60], ['河西社区', 250, 60, 20, 40, 50]],
  },
  run(input, report) {
    for (const site of sitesOf(input)) {
      const area = site.place.usable ?? site.place.unspecified, rooms = roomAreas(input, site)
      if (area === null || area.value === null || area.about || rooms.length < 2) continue
      const sum = rooms.reduce((total, room) => total + room.value, 0), whole = area.value + (site.place.activity?.value ?? 0)
      if (sum <= whole + 0.5) continue
      report({
        ...placed([area.place, ...rooms.map(room => room.place)]), subject: siteSubject(input, site, 'rooms-exceed-area'), message: message('finding.rooms-exceed-area', { unit: unitName(input, site.unit.community), sum, area: whole }),
        evidence: { actual: sum, expected: whole, difference: sum - whole, source: null },
      })
    }
  },
})
