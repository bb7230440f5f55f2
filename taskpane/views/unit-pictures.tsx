import type { UnitReport } from '../../src/core/report'
import { agePyramid, staffShares, targetDistance } from '../../src/pictures'
import { PictureFigure } from './picture'
import { useWords } from './words'

/** The pictures of one community: distance to each target, ages, shares. */
export default function UnitPictures({ unit }: { unit: UnitReport }) {
  const { language } = useWords(), options = { language, id: `unit-${String(unit.community)}` }
  const people = unit.headcount.counted > 0 ? [agePyramid(unit, options), staffShares(unit, options)] : []
  return <>{[targetDistance(unit, options), ...people].map(picture => <PictureFigure key={picture.kind} picture={picture} />)}</>
}
