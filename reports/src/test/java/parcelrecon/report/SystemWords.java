package parcelrecon.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

/** Words that stores, BPM and finance never read; and those that blame. */
public final class SystemWords {

  private static final Pattern OF_SYSTEMS =
      Pattern.compile(
          "(?i)outbound|offset|capture|kafka|\\bevents?\\b|consumer|topic|partition|timestamp"
              + "|commit|segment|replica|snapshot|broker|\\bCOD\\b|\\bnull\\b|\\btrue\\b|\\bfalse\\b"
              + "|訊息|消息|事件|分區|分区|位移|位点|偏移|主題|主题|消費|消费|群組|消费组|時間戳|时间戳"
              + "|快照|副本|提交|日誌檔|日志段");

  /** Names of constants: HANDED_OVER, COMPLETED. */
  private static final Pattern CONSTANT = Pattern.compile("\\b(?:[A-Z]+_[A-Z_]+|[A-Z]{5,})\\b");

  private static final Pattern BLAME =
      Pattern.compile("(?i)\\bowes?\\b|\\bfault|\\bblame|欠款|欠繳|欠缴|責任|责任|疏失|過失|过失|違規|违规");

  private SystemWords() {}

  public static void assertNoneIn(String text) {
    assertThat(text)
        .doesNotContainPattern(OF_SYSTEMS)
        .doesNotContainPattern(CONSTANT)
        .doesNotContainPattern(BLAME);
  }
}
