/**
 * The windows that schedules have judged, and those that were given up: one row each, whoever works
 * on them. Open {@link parcelrecon.results.schedule.ScheduleStore} first.
 */
package parcelrecon.results.schedule;
