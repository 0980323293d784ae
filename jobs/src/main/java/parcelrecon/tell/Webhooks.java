package parcelrecon.tell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parcelrecon.report.file.Json;
import parcelrecon.results.telling.Message;
import parcelrecon.results.telling.Setback;
import parcelrecon.results.telling.Setback.Reason;
import parcelrecon.tell.Target.Way.Webhook;

/** Posts messages to webhooks. Redirects are not followed: they could lead anywhere. */
final class Webhooks {

  /** By it a receiver can drop what it has: a process may die between its answer and our note. */
  static final String KEY_HEADER = "Idempotency-Key";

  private static final Duration CONNECTING_MAX = Duration.ofSeconds(10);
  private static final int ANSWER_BYTES_MAX = 16 * 1024;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY = 429;

  /** Lark answers 200 whatever becomes of it, and says in the body what did. */
  private static final Pattern LARK_CODE =
      Pattern.compile("\"(?:code|StatusCode)\"\\s*:\\s*(-?\\d{1,9})\\b");

  private final Wording wording;
  private final Duration answeringMax;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(Version.HTTP_1_1)
          .followRedirects(Redirect.NEVER)
          .proxy(ProxySelector.getDefault())
          .connectTimeout(CONNECTING_MAX)
          .build();

  /**
   * @param answeringMax from the beginning to the last byte of the answer
   */
  Webhooks(Wording wording, Duration answeringMax) {
    this.wording = wording;
    this.answeringMax = answeringMax;
  }

  Reply post(String key, Webhook hook, Message message) throws InterruptedException {
    String body = Json.line(hook.form().of(key, message, wording.note(message)));
    HttpRequest request =
        HttpRequest.newBuilder(hook.url())
            .header("Content-Type", "application/json; charset=utf-8")
            .header("User-Agent", "parcel-recon")
            .header(KEY_HEADER, key)
            .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8))
            .build();
    Head head = new Head();
    CompletableFuture<HttpResponse<Void>> answer =
        client.sendAsync(
            request, BodyHandlers.ofByteArrayConsumer(part -> part.ifPresent(head::add)));
    try {
      HttpResponse<Void> got = answer.get(answeringMax.toMillis(), TimeUnit.MILLISECONDS);
      return answer(hook.form(), got.statusCode(), head.text());
    } catch (TimeoutException e) {
      return Reply.later(Setback.of(Reason.SILENT));
    } catch (ExecutionException e) {
      return Reply.later(Setback.of(reason(e.getCause())));
    } finally {
      answer.cancel(true);
    }
  }

  private static Reason reason(Throwable cause) {
    if (cause instanceof HttpTimeoutException) {
      return Reason.SILENT;
    }
    if (cause instanceof IOException) {
      return Reason.UNREACHABLE;
    }
    throw new IllegalStateException(cause);
  }

  private static Reply answer(Form form, int status, String body) {
    if (status / 100 == 2) {
      return form == Form.LARK ? larkReply(body) : Reply.TAKEN;
    }
    Setback setback = Setback.of(Reason.REFUSED, status);
    boolean isFinal = status / 100 == 4 && status != REQUEST_TIMEOUT && status != TOO_MANY;
    return isFinal ? Reply.never(setback) : Reply.later(setback);
  }

  /** Which codes pass is nowhere told: all are tried again. */
  private static Reply larkReply(String body) {
    Matcher code = LARK_CODE.matcher(body);
    int said = code.find() ? Integer.parseInt(code.group(1)) : 0;
    return said == 0 ? Reply.TAKEN : Reply.later(Setback.of(Reason.REFUSED, said));
  }

  /** The beginning of an answer: the rest is let go. */
  private static final class Head {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    void add(byte[] part) {
      bytes.write(part, 0, Math.min(part.length, ANSWER_BYTES_MAX - bytes.size()));
    }

    String text() {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }
}
