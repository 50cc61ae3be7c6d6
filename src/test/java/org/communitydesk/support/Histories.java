package org.communitydesk.support;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Plays generated histories; the same numbers make the same histories. */
public final class Histories {

  private Histories() {}

  /**
   * Plays {@code count} histories. Of one that fails, a shortest one that still fails is told: no
   * single move of it can be left out.
   *
   * @param first the number of the first history
   * @param draw makes a history of chance
   * @param play plays one from the beginning and throws when something is wrong
   * @throws AssertionError with the number of the history and its moves
   */
  public static <M> void play(
      long first, int count, Function<RandomGenerator, List<M>> draw, Consumer<List<M>> play) {
    for (long number = first; number < first + count; number++) {
      List<M> moves = draw.apply(new SplittableRandom(number));
      Throwable failure = failure(moves, play);
      if (failure != null) {
        List<M> shortest = shortest(moves, play);
        Throwable last = failure(shortest, play);
        throw new AssertionError(
            "History " + number + ", shortest: " + shortest, last == null ? failure : last);
      }
    }
  }

  private static <M> List<M> shortest(List<M> moves, Consumer<List<M>> play) {
    List<M> rest = new ArrayList<>(moves);
    for (int i = rest.size() - 1; i >= 0; i--) {
      List<M> less = new ArrayList<>(rest);
      less.remove(i);
      if (failure(less, play) != null) {
        rest = less;
      }
    }
    return rest;
  }

  private static <M> Throwable failure(List<M> moves, Consumer<List<M>> play) {
    try {
      play.accept(moves);
      return null;
    } catch (RuntimeException | Error failure) {
      return failure;
    }
  }
}
