/**
 * Judges windows without being asked: which there are ({@link parcelrecon.schedule.WindowSeries}),
 * and their being worked off in order ({@link parcelrecon.schedule.Schedules}, open it first).
 */
package parcelrecon.schedule;
