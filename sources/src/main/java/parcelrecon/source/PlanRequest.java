package parcelrecon.source;

import parcelrecon.model.Window;

/**
 * What a plan is made for.
 *
 * @param window the incident's; margins are the source's own
 * @param splitBytes how large a split of a file should be at most
 */
public record PlanRequest(Window window, long splitBytes) {}
