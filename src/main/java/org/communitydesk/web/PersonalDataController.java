package org.communitydesk.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.communitydesk.conversation.Platform;
import org.communitydesk.privacy.Export;
import org.communitydesk.privacy.KnowsPersons.Acquaintance;
import org.communitydesk.privacy.NotNow;
import org.communitydesk.privacy.PersonalRecords;
import org.communitydesk.privacy.PersonalRecords.Erased;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/api/people")
class PersonalDataController {

  private final PersonalRecords records;
  private final ObjectMapper json;
  private final Clock clock;

  PersonalDataController(PersonalRecords records, ObjectMapper json, Clock clock) {
    this.records = records;
    this.json = json.copy().enable(SerializationFeature.INDENT_OUTPUT);
    this.clock = clock;
  }

  record Holdings(Map<String, Integer> rows, int files) {}

  @Operation(summary = "Persons with that id or a name that contains it")
  @GetMapping
  List<Acquaintance> search(
      @RequestParam String q, @RequestParam(defaultValue = "50") @Min(1) @Max(1000) int limit) {
    return records.search(q, limit);
  }

  @Operation(summary = "Who was erased by whom and when, under pseudonyms")
  @GetMapping("/erasures")
  List<Erased> erasures(@RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
    return records.erased(limit);
  }

  @Operation(summary = "How much is kept of a person, by subject matter")
  @GetMapping("/{platform}/{authorId}/holdings")
  Holdings holdings(@PathVariable String platform, @PathVariable String authorId) {
    Export export = known(platform, authorId);
    Map<String, Integer> rows = new LinkedHashMap<>();
    export.rows().forEach((matter, found) -> rows.put(matter, found.size()));
    return new Holdings(rows, export.files().size());
  }

  @Operation(summary = "Everything that is kept of a person: a ZIP with person.json and files")
  @GetMapping(value = "/{platform}/{authorId}/export", produces = "application/zip")
  void export(
      @PathVariable String platform, @PathVariable String authorId, HttpServletResponse answer)
      throws IOException {
    Export export = known(platform, authorId);
    Map<String, Object> person = new LinkedHashMap<>();
    person.put("platform", platform);
    person.put("authorId", authorId);
    person.put("exportedAt", clock.instant());
    person.putAll(export.rows());
    byte[] rows = json.writeValueAsBytes(person);
    answer.setContentType("application/zip");
    answer.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename("person.zip").build().toString());
    ZipOutputStream zip = new ZipOutputStream(answer.getOutputStream());
    add(zip, "person.json", new ByteArrayInputStream(rows));
    for (Map.Entry<String, Supplier<InputStream>> file : export.files().entrySet()) {
      add(zip, file.getKey(), file.getValue().get());
    }
    zip.finish();
  }

  @Operation(summary = "Erases a person; while a ban runs, the id alone stays until it is lifted")
  @DeleteMapping("/{platform}/{authorId}")
  Erased erase(@PathVariable String platform, @PathVariable String authorId, Principal person) {
    known(platform, authorId);
    return records.erase(SanctionsController.platform(platform), authorId, person.getName());
  }

  @ExceptionHandler
  ProblemDetail notNow(NotNow reason) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, reason.getMessage());
  }

  private Export known(String platform, String authorId) {
    Platform where = SanctionsController.platform(platform);
    Export export = records.export(where, authorId);
    if (export.rows().values().stream().allMatch(List::isEmpty)) {
      throw new ResponseStatusException(
          HttpStatus.NOT_FOUND, "О человеке " + authorId + " ничего не хранится");
    }
    return export;
  }

  private static void add(ZipOutputStream zip, String name, InputStream content)
      throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    content.transferTo(zip);
    zip.closeEntry();
  }
}
