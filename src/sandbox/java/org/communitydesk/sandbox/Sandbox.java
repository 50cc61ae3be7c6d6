package org.communitydesk.sandbox;

import java.util.Arrays;
import java.util.stream.Stream;
import org.communitydesk.CommunityDesk;

/**
 * The product with the simulated platforms in one process; after the word {@code platforms} the
 * platforms alone.
 */
public final class Sandbox {

  private Sandbox() {}

  public static void main(String[] args) {
    if (args.length > 0 && args[0].equals("platforms")) {
      PlatformsAlone.start(Arrays.copyOfRange(args, 1, args.length));
    } else {
      CommunityDesk.main(
          Stream.concat(Stream.of(args), Stream.of("--spring.profiles.include=sandbox"))
              .toArray(String[]::new));
    }
  }
}
