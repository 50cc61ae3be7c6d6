package org.communitydesk.contactcenter;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.communitydesk.cases.CaseFile;
import org.communitydesk.cases.CaseFiles;
import org.communitydesk.cases.Journal;
import org.communitydesk.cases.Note;
import org.communitydesk.contactcenter.Requests.Request;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What came from outside as an answer: everything is kept, and each answer counts once. */
@Component
@Transactional
public class Answers {

  private final JdbcClient jdbc;
  private final Requests requests;
  private final CaseFiles files;
  private final Journal journal;
  private final RequestProcess requestProcess;
  private final Clock clock;

  Answers(
      JdbcClient jdbc,
      Requests requests,
      CaseFiles files,
      Journal journal,
      RequestProcess requestProcess,
      Clock clock) {
    this.jdbc = jdbc;
    this.requests = requests;
    this.files = files;
    this.journal = journal;
    this.requestProcess = requestProcess;
    this.clock = clock;
  }

  /** What became of an answer; those of {@link #sortOut} wait for a person. */
  public enum State {
    WAITING,
    TAKEN,
    DOUBLE,
    LATE,
    STRANGER,
    FORGED,
    UNKNOWN,
    AUTOMATIC,
    UNREADABLE
  }

  /** Keeps it, once; tells the process that waits for it. */
  State take(Incoming incoming) {
    Optional<Request> request = Optional.ofNullable(incoming.requestId()).flatMap(requests::lock);
    State state = incoming.fault() == null ? judge(request) : incoming.fault().state();
    Optional<Long> id =
        jdbc.sql(
                """
                insert into contact_center_answer (source, external_id, request_id, sender, text,
                  attachments, state, reason, received_at)
                values (:source, :externalId, :request, :sender, :text, :attachments, :state,
                  :reason, :now)
                on conflict (source, external_id) do nothing returning id
                """)
            .param("source", incoming.source().name())
            .param("externalId", incoming.externalId())
            .param("request", request.map(Request::id).orElse(null))
            .param("sender", incoming.sender())
            .param("text", incoming.text())
            .param("attachments", String.join("\n", incoming.attachments()))
            .param("state", state.name())
            .param("reason", reason(incoming, state))
            .param("now", now())
            .query(Long.class)
            .optional();
    if (id.isEmpty()) {
      return earlier(incoming);
    }
    if (incoming.fault() == null) {
      request.ifPresent(known -> show(known, state, incoming.sender(), incoming.shown()));
    }
    return stateOf(id.get());
  }

  private static String reason(Incoming incoming, State state) {
    if (incoming.fault() != null) {
      return incoming.fault().reason();
    }
    return switch (state) {
      case UNKNOWN -> "У нас нет запроса с номером " + incoming.requestId() + ".";
      case LATE -> "Ответ пришёл, когда его уже не ждали.";
      default -> null;
    };
  }

  private State judge(Optional<Request> request) {
    if (request.isEmpty()) {
      return State.UNKNOWN;
    }
    if (request.get().answered() || hasWaiting(request.get().id())) {
      return State.DOUBLE;
    }
    boolean closed = files.of(request.get().caseId()).state() == CaseFile.State.CLOSED;
    return request.get().over() || closed ? State.LATE : State.WAITING;
  }

  private void show(Request request, State state, String sender, String text) {
    String how =
        switch (state) {
          case DOUBLE -> "[Ещё один ответ на тот же вопрос]\n";
          case LATE -> "[Ответ пришёл, когда его уже не ждали]\n";
          default -> "";
        };
    journal.note(request.caseId(), sender, Note.Kind.CONTACT_CENTER_ANSWER, how + text);
    if (state == State.WAITING) {
      requestProcess.answered(request.id());
    }
  }

  /**
   * Whether an answer is here that nobody has taken. Holds the request until the transaction ends,
   * so that none comes between the look and the wait.
   */
  public boolean isHere(long requestId) {
    requests.lock(requestId);
    return hasWaiting(requestId);
  }

  /** Takes the answer that is here as the request's answer and the draft of the reply. */
  public void accept(long requestId) {
    jdbc.sql(
            """
            update contact_center_answer set state = 'TAKEN'
            where request_id = ? and state = 'WAITING' returning sender, text
            """)
        .param(requestId)
        .query((row, i) -> requests.settle(requestId, row.getString(1), row.getString(2)))
        .optional();
  }

  /** What a person has to sort out, newest first. */
  @Transactional(readOnly = true)
  public List<Unsettled> sortOut() {
    return jdbc.sql(
            """
            select * from contact_center_answer
            where settled_at is null and state not in ('WAITING', 'TAKEN', 'DOUBLE')
            order by id desc limit 1000
            """)
        .query(Unsettled::of)
        .list();
  }

  /**
   * A person says that it answers that request after all. A request in Tasklist is answered there.
   *
   * @return what became of it; empty when there is no such answer to sort out, or no such request
   */
  public Optional<State> assign(long id, String who, long requestId) {
    Optional<Request> request =
        requests.lock(requestId).filter(known -> known.form() != Form.QUEUE);
    if (request.isEmpty()) {
      return Optional.empty();
    }
    State state = judge(request);
    return settled(id, who, state, requestId)
        .map(
            answer -> {
              show(request.get(), state, answer.sender(), answer.text());
              return stateOf(id);
            });
  }

  /** A person says that it is no answer; false when there is none such to sort out. */
  public boolean dismiss(long id, String who) {
    return settled(id, who, null, null).isPresent();
  }

  private Optional<Unsettled> settled(long id, String who, State state, Long requestId) {
    return jdbc.sql(
            """
            update contact_center_answer set settled_by = :who, settled_at = :now,
              state = coalesce(:state, state), request_id = coalesce(:request, request_id)
            where id = :id and settled_at is null and state not in ('WAITING', 'TAKEN', 'DOUBLE')
            returning *
            """)
        .param("who", who)
        .param("now", now())
        .param("state", state == null ? null : state.name())
        .param("request", requestId)
        .param("id", id)
        .query(Unsettled::of)
        .optional();
  }

  private boolean hasWaiting(long requestId) {
    return jdbc.sql(
            """
            select exists (select 1 from contact_center_answer
              where request_id = ? and state = 'WAITING')
            """)
        .param(requestId)
        .query(Boolean.class)
        .single();
  }

  private State earlier(Incoming incoming) {
    return jdbc.sql("select state from contact_center_answer where source = ? and external_id = ?")
        .params(incoming.source().name(), incoming.externalId())
        .query(State.class)
        .single();
  }

  private State stateOf(long id) {
    return jdbc.sql("select state from contact_center_answer where id = ?")
        .param(id)
        .query(State.class)
        .single();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
