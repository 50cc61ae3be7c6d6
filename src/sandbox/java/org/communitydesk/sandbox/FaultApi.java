package org.communitydesk.sandbox;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.communitydesk.sandbox.world.Fault;
import org.communitydesk.sandbox.world.Faults;
import org.communitydesk.sandbox.world.Objection;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders a platform to misbehave, and mends it. */
@RestController
@RequestMapping("/sandbox/api/{platform}")
class FaultApi {

  private final Stage stage;
  private final Faults faults;

  FaultApi(Stage stage, Faults faults) {
    this.stage = stage;
    this.faults = faults;
  }

  @PostMapping("/faults")
  Map<String, Object> order(
      @PathVariable String platform, @RequestBody(required = false) byte[] bytes) {
    Body body = Body.of(bytes);
    String name = body.required("kind");
    int times = body.count("times", 1);
    Fault fault =
        Fault.of(name)
            .orElseThrow(
                () ->
                    new Objection(
                        400,
                        "Поле kind: "
                            + Arrays.stream(Fault.values())
                                .map(Fault::id)
                                .collect(Collectors.joining(", "))));
    return stage.act(
        stage.of(platform),
        on -> {
          faults.order(on.platform(), fault, times);
          return Map.of("kind", fault.id(), "times", times);
        });
  }

  @PostMapping("/token")
  Map<String, String> renew(@PathVariable String platform) {
    return stage.act(
        stage.of(platform),
        on -> {
          faults.renewToken(on.platform());
          return Map.of("token", "renewed");
        });
  }
}
