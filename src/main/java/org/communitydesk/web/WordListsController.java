package org.communitydesk.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.communitydesk.policy.WordLists;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/api/policy/lists/{list}")
class WordListsController {

  private final WordLists lists;

  WordListsController(WordLists lists) {
    this.lists = lists;
  }

  record Words(
      @Schema(
              description =
                  "At most 2,000 words of at most 100 characters; a star at the end of a word"
                      + " stands for any ending")
          List<String> words) {}

  @GetMapping
  Words words(@PathVariable String list) {
    requireList(list);
    return new Words(lists.words(list));
  }

  /** Puts these words in the place of the old ones; counts at once on every node. */
  @PutMapping
  Words replace(@PathVariable String list, @RequestBody Words body) {
    requireList(list);
    if (body.words() == null) {
      throw new ResponseStatusException(
          HttpStatus.UNPROCESSABLE_ENTITY, "Пришлите слова: {\"words\": [\"…\"]}");
    }
    try {
      return new Words(lists.replace(list, body.words()));
    } catch (WordLists.Refused refused) {
      throw new ResponseStatusException(
          HttpStatus.UNPROCESSABLE_ENTITY, refused.getMessage(), refused);
    }
  }

  private static void requireList(String list) {
    if (!WordLists.IDS.contains(list)) {
      throw new ResponseStatusException(
          HttpStatus.NOT_FOUND,
          "Нет списка «%s»; есть %s".formatted(list, String.join(", ", WordLists.IDS)));
    }
  }
}
