package org.communitydesk.channel.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.communitydesk.http.CallFailure;
import org.communitydesk.http.HttpAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphFailuresTest {

  private final GraphFailures failures = new GraphFailures(MessengerFailures.ALL);

  private CallFailure failure(int status, int code, int subcode) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode error = body.putObject("error").put("code", code).put("message", "not looked at");
    if (subcode != 0) {
      error.put("error_subcode", subcode);
    }
    return failures.judge(HttpAnswer.of(status, body)).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "1,0,Unsure",
    "2,0,Unsure",
    "4,0,Busy",
    "17,0,Busy",
    "32,0,Busy",
    "613,0,Busy",
    "613,2534040,Busy",
    "80001,0,Busy",
    "80002,0,Busy",
    "80006,0,Busy",
    "341,0,Busy",
    "368,0,LockedOut",
    "10,0,LockedOut",
    "200,0,LockedOut",
    "299,0,LockedOut",
    "190,0,LockedOut",
    "190,458,LockedOut",
    "190,463,LockedOut",
    "100,33,Refused",
    "100,0,Refused",
    "506,0,Unsure",
    "1609005,0,Refused",
    "10,2018278,Refused",
    "10,2534022,Refused",
    "10,2018108,Refused",
    "551,0,Refused",
    "551,1545041,Refused",
    "200,1545041,Refused",
    "10,1893063,LockedOut",
    "100,2018001,Refused",
    "100,2018109,Refused",
    "613,2018338,Refused",
    "2018300,0,Refused",
    "9000001,0,Refused",
    "100,2534014,Refused",
    "100,2534025,Refused",
    "200,2534041,LockedOut",
    "10,2534077,LockedOut",
    "12345,0,Refused"
  })
  void judgesByCodeAndSubcode(int code, int subcode, String kind) {
    assertThat(failure(400, code, subcode).getClass().getSimpleName()).isEqualTo(kind);
    assertThat(failure(200, code, subcode).getClass().getSimpleName()).isEqualTo(kind);
  }

  @Test
  void doesNotKnowWhatAnUnknownErrorOfABrokenServerDid() {
    assertThat(failure(500, 12345, 0)).isInstanceOf(CallFailure.Unsure.class);
  }

  @Test
  void namesTheCodeAndNotTheText() {
    assertThat(failure(400, 190, 463)).hasMessage("Meta, ошибка 190/463: срок ключа истёк");
  }

  @Test
  void letsOneCallReadACodeOtherwise() {
    GraphFailures own = failures.with(Map.of("1", GraphFailures.Verdict.refused("нет переписки")));
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("error").put("code", 1);

    assertThat(own.judge(HttpAnswer.of(400, body)).orElseThrow())
        .isInstanceOf(CallFailure.Refused.class);
  }

  @Test
  void findsNoFailureWhereNoneIsStated() {
    assertThat(
            failures.judge(HttpAnswer.of(500, JsonNodeFactory.instance.objectNode().put("id", 1))))
        .isEmpty();
  }
}
