package parcelrecon.report.answers;

import parcelrecon.model.Answer;

/**
 * An answer of a file.
 *
 * @param cell where it stands, for example {@code Store calls!T17} or {@code answers.csv:3 answer}
 */
public record GivenAnswer(Answer answer, String cell) {}
