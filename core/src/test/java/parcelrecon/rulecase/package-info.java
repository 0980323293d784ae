/**
 * The rules' specification in YAML ({@code rules/*.yaml}) and what runs it. A row is a line such as
 * {@code capture P1 100.00 at=19:41}; times are local in Asia/Taipei on 2022-04-13 unless the day
 * stands before them ({@code 14T09:00}). Open {@link parcelrecon.rulecase.RuleCase} first.
 */
package parcelrecon.rulecase;
