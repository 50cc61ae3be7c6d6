package org.communitydesk.sandbox;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.communitydesk.sandbox.world.Heartbeat;
import org.communitydesk.sandbox.world.MovableClock;
import org.communitydesk.sandbox.world.Objection;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Waits, moves time, starts again. */
@RestController
@RequestMapping("/sandbox/api")
class TimeApi {

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
  private static final Duration LONGEST_LEAP = Duration.ofDays(3660);

  private final IdleWatch idle;
  private final MovableClock clock;
  private final Heartbeat heartbeat;
  private final NewPlay newPlay;

  TimeApi(IdleWatch idle, MovableClock clock, Heartbeat heartbeat, NewPlay newPlay) {
    this.idle = idle;
    this.clock = clock;
    this.heartbeat = heartbeat;
    this.newPlay = newPlay;
  }

  @GetMapping("/idle")
  ResponseEntity<Map<String, Boolean>> idle(@RequestParam(defaultValue = "PT30S") String timeout) {
    Duration wait = duration("timeout", timeout);
    if (wait.isNegative() || wait.compareTo(LONGEST_WAIT) > 0) {
      throw new Objection(400, "timeout: от PT0S до PT10M");
    }
    if (!idle.await(wait)) {
      throw new Objection(408, "За это время работа не закончилась");
    }
    return ResponseEntity.ok(Map.of("idle", true));
  }

  @PostMapping("/clock")
  Map<String, String> forward(@RequestBody(required = false) byte[] bytes) {
    Duration plus = duration("plus", Body.of(bytes).required("plus"));
    if (plus.isNegative() || plus.isZero() || plus.compareTo(LONGEST_LEAP) > 0) {
      throw new Objection(400, "plus: время идёт только вперёд и не больше чем на P3660D");
    }
    clock.forward(plus);
    heartbeat.beat();
    return now();
  }

  @GetMapping("/clock")
  Map<String, String> now() {
    return Map.of("now", clock.instant().toString());
  }

  @PostMapping("/reset")
  Map<String, String> reset() {
    newPlay.begin();
    return now();
  }

  private static Duration duration(String name, String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException | ArithmeticException e) {
      throw new Objection(400, name + ": нужна длительность ISO 8601, например PT1H или P7D");
    }
  }
}
