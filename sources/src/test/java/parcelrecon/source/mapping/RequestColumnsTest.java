package parcelrecon.source.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestColumnsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST /counter/pick-up?parcel=P1 HTTP/1.1 | @method | POST",
        "POST /counter/pick-up?parcel=P1 HTTP/1.1 | @path | /counter/pick-up",
        "POST /counter/pick-up?parcel=P1 HTTP/1.1 | @path:1 | counter",
        "POST /counter/pick-up?parcel=P1 HTTP/1.1 | @path:2 | pick-up",
        "POST /counter/pick-up?parcel=P1 HTTP/1.1 | @path:3 |",
        "POST /counter/pick-up?parcel=P1 HTTP/1.1 | @query:parcel | P1",
        "POST /counter/pick-up?parcel=P1 HTTP/1.1 | @query:Parcel |",
        "POST /counter HTTP/2.0 | @query:parcel |",
        "/counter/P1?store=S1&x | @method |",
        "/counter/P1?store=S1&x | @path:2 | P1",
        "/counter/P1?store=S1&x | @query:store | S1",
        "/counter/P1?store=S1&x | @query:x |",
        "/a%2Fb+c/%E5%8C%85 | @path:1 | a/b+c",
        "/a%2Fb+c/%E5%8C%85 | @path:2 | 包",
        "/?p=a%2Fb+c%26&q | @query:p | a/b c&",
        "/?%70=1 | @query:p | 1",
        "/?p=a=b | @query:p | a=b",
        "GET https://gateway:443/counter/P1?s=2 HTTP/1.1 | @path:2 | P1",
        "GET https://gateway HTTP/1.1 | @path | ''",
        "GET /a b?c=d e HTTP/1.1 | @query:c | d e",
        "- | @path | -",
        "- | @query:parcel |",
      })
  void value_isTakenOutOfTheRequest(String request, String column, String value) {
    assertThat(RequestColumns.isOne(column)).isTrue();
    assertThat(RequestColumns.value(request, column)).isEqualTo(value);
  }

  @Test
  void parameter_isAList_whenItStandsSeveralTimes() {
    assertThat(RequestColumns.value("/?p=P1&q=1&p=P2", "@query:p")).isEqualTo(List.of("P1", "P2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%zz", "%", "a%C0%AE"})
  void value_isToldAsWritten_whenItCannotBeDecoded(String written) {
    assertThat(RequestColumns.value("/" + written, "@path:1"))
        .isEqualTo(new RequestColumns.Undecoded(written));
    assertThat(RequestColumns.value("/?p=" + written, "@query:p"))
        .isEqualTo(new RequestColumns.Undecoded(written));
  }

  @Test
  void value_isAbsent_withoutARequest() {
    assertThat(RequestColumns.value(null, "@method")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"@path:0", "@path:", "@query:", "@query", "@methods", "path", "@key", "/p"})
  void column_isNone_whenItIsWrittenOtherwise(String column) {
    assertThat(RequestColumns.isOne(column)).isFalse();
  }
}
