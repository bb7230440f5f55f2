/**
 * The days of the as-of day's year from which something would be read otherwise: a leaving that has come, a diploma that is there, somebody of a likely age.
 * Between two of them every value reads alike, so that a reading for each stretch stands for the whole year.
 */
export class TurningDays {
  private readonly found = new Set<number>()

  /** @param year the calendar year that is asked about */
  constructor(private readonly year: number) {}

  /** @param day yyyymmdd: from it on something may read otherwise; days of other years are passed over */
  note(day: number): void {
    if (Math.floor(day / 10_000) === this.year) this.found.add(day)
  }

  /** In their order. */
  get days(): readonly number[] {
    return [...this.found].sort((a, b) => a - b)
  }
}
