package org.communitydesk.sandbox;

import java.util.List;
import java.util.Locale;
import org.communitydesk.sandbox.world.Simulator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which platforms the visitor can play on. */
@RestController
class PlatformsApi {

  /** A platform with the kinds of message that it has. */
  record Shown(String id, String title, List<String> kinds) {

    private static Shown of(Simulator simulator) {
      return new Shown(
          simulator.platform().id(),
          simulator.platform().title(),
          simulator.kinds().stream().map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList());
    }
  }

  private final ObjectProvider<Simulator> simulators;

  PlatformsApi(ObjectProvider<Simulator> simulators) {
    this.simulators = simulators;
  }

  @GetMapping("/sandbox/api/platforms")
  List<Shown> platforms() {
    return simulators.orderedStream().map(Shown::of).toList();
  }
}
