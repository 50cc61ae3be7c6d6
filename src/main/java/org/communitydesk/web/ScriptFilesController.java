package org.communitydesk.web;

import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.communitydesk.access.Access;
import org.communitydesk.cases.Enclosures;
import org.communitydesk.knowledge.ScriptFiles;
import org.communitydesk.knowledge.Scripts;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/api/knowledge/{id}/file")
class ScriptFilesController {

  private final Access access;
  private final Scripts scripts;
  private final ScriptFiles files;

  ScriptFilesController(Access access, Scripts scripts, ScriptFiles files) {
    this.access = access;
    this.scripts = scripts;
    this.files = files;
  }

  @Operation(summary = "Puts a file of at most 20 MB beside the script, in place of an earlier one")
  @PutMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void keep(@PathVariable long id, @RequestParam MultipartFile file, Principal person)
      throws IOException {
    if (scripts.find(id).isEmpty()) {
      throw none(id);
    }
    try {
      Enclosures.Brought checked = Enclosures.checked(FileNames.bare(file), file.getBytes());
      files.keep(
          id, person.getName(), checked.fileName(), checked.contentType(), checked.content());
    } catch (IllegalArgumentException refused) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, refused.getMessage(), refused);
    }
  }

  @Operation(summary = "The file that goes out with the script")
  @GetMapping
  ResponseEntity<Resource> content(@PathVariable long id, Authentication person) {
    ScriptFiles.File file =
        scripts
            .find(id)
            .filter(one -> access.seesScript(person, one.state()))
            .flatMap(one -> files.find(id))
            .orElseThrow(() -> none(id));
    ContentDisposition place =
        ContentDisposition.attachment().filename(file.fileName(), StandardCharsets.UTF_8).build();
    return SentFile.answer(file.contentType(), place).body(new SentFile(file.content()));
  }

  @Operation(summary = "Takes the file away from the script")
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void drop(@PathVariable long id) {
    files.drop(id);
  }

  private static ResponseStatusException none(long id) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "У скрипта № " + id + " нет файла");
  }
}
