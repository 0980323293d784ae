package parcelrecon.results.packages;

/**
 * Until when something that was counted of an incident's packages holds: at equal moments it is
 * equal. Taken before the counting, so that what changes meanwhile belongs to a later one.
 *
 * @param latestRun the one packages can be made of; 0 without any
 * @param latestReview the greatest number of one; 0 without any
 * @param packages how many there are
 * @param decisions about packages, how many
 * @param expired how many of them held until a time that is past
 */
public record PackageMoment(
    long latestRun, long latestReview, long packages, long decisions, long expired) {}
