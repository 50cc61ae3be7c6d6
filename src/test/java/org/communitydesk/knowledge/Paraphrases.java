package org.communitydesk.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Questions said otherwise, by rule and always the same: no person has written them. */
final class Paraphrases {

  static final List<List<String>> SYNONYMS =
      List.of(
          List.of("карта", "карточка", "пластик"),
          List.of("кредит", "заём"),
          List.of("вклад", "депозит"),
          List.of("снять", "обналичить"),
          List.of("оформить", "заказать"),
          List.of("открыть", "завести"),
          List.of("стоимость", "цена"),
          List.of("комиссия", "сбор"),
          List.of("срок", "период"),
          List.of("условия", "требования"),
          List.of("кешбэк", "кэшбэк", "кэшбек"),
          List.of("деньги", "средства"),
          List.of("документы", "бумаги"),
          List.of("ставка", "процент"));

  private static final List<String> ENDINGS =
      List.of(
          "ами", "ями", "ого", "его", "ому", "ать", "ить", "ия", "ий", "ый", "ая", "ой", "ов", "ам",
          "ях", "ах", "ую", "а", "ы", "и", "у", "е", "о", "я", "й", "ь");
  private static final List<String> OTHER = List.of("ами", "ам", "ах", "ы", "у", "е", "ой");

  private Paraphrases() {}

  /** By kind; a kind that cannot be made of the question is left out. */
  static Map<String, String> of(String question, int seed) {
    Random chance = new Random(seed);
    List<String> words = new ArrayList<>(List.of(question.replaceAll("[?!.,]", "").split("\\s+")));
    Map<String, String> all = new LinkedHashMap<>();
    if (words.size() > 3) {
      List<String> fewer = new ArrayList<>(words);
      fewer.remove(chance.nextInt(fewer.size()));
      all.put("a word left out", String.join(" ", fewer));
      List<String> mixed = new ArrayList<>(words);
      Collections.shuffle(mixed, chance);
      all.put("other word order", String.join(" ", mixed));
    }
    String typed = typed(words, chance);
    all.put("typing error", typed);
    all.put("two typing errors", typed(List.of(typed.split(" ")), chance));
    all.put("other endings", inflected(words, chance));
    String same = synonyms(words);
    if (!same.equals(String.join(" ", words))) {
      all.put("synonym", same);
    }
    all.put(
        "all of it",
        typed(
            Arrays.asList(inflected(Arrays.asList(synonyms(words).split(" ")), chance).split(" ")),
            chance));
    return all;
  }

  private static String typed(List<String> words, Random chance) {
    List<String> changed = new ArrayList<>(words);
    List<Integer> longOnes = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).length() > 4) {
        longOnes.add(i);
      }
    }
    if (longOnes.isEmpty()) {
      return String.join(" ", words);
    }
    int which = longOnes.get(chance.nextInt(longOnes.size()));
    StringBuilder word = new StringBuilder(words.get(which));
    int at = 1 + chance.nextInt(word.length() - 2);
    switch (chance.nextInt(4)) {
      case 0 -> word.deleteCharAt(at);
      case 1 -> word.insert(at, word.charAt(at));
      case 2 -> {
        char left = word.charAt(at);
        word.setCharAt(at, word.charAt(at + 1));
        word.setCharAt(at + 1, left);
      }
      default -> word.setCharAt(at, (char) ('а' + chance.nextInt(32)));
    }
    changed.set(which, word.toString());
    return String.join(" ", changed);
  }

  private static String inflected(List<String> words, Random chance) {
    return String.join(
        " ",
        words.stream()
            .map(
                word ->
                    word.length() < 5 || !word.matches("[а-яёА-ЯЁ]+")
                        ? word
                        : ENDINGS.stream()
                            .filter(word::endsWith)
                            .findFirst()
                            .map(end -> word.substring(0, word.length() - end.length()))
                            .orElse(word)
                            .concat(OTHER.get(chance.nextInt(OTHER.size()))))
            .toList());
  }

  private static String synonyms(List<String> words) {
    return String.join(" ", words.stream().map(Paraphrases::synonym).toList());
  }

  private static String synonym(String word) {
    String small = word.toLowerCase(java.util.Locale.ROOT);
    for (List<String> group : SYNONYMS) {
      String first = group.get(0);
      String stem = first.length() > 4 ? first.substring(0, first.length() - 1) : first;
      if (small.startsWith(stem) && small.length() <= first.length() + 2) {
        return group.get(1);
      }
    }
    return word;
  }
}
