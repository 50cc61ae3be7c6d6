package org.communitydesk.contactcenter;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.communitydesk.contactcenter.ContactCenterProperties.Encryption;
import org.communitydesk.contactcenter.ContactCenterProperties.Mail;
import org.communitydesk.contactcenter.ContactCenterProperties.Server;
import org.communitydesk.contactcenter.Incoming.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the mailbox on from the last letter. Each letter and the cursor behind it are committed
 * together, and only then is the letter marked as seen; no letter is ever deleted.
 */
@Component
class MailPoll {

  private static final Logger log = LoggerFactory.getLogger(MailPoll.class);
  private static final String LIMIT = "20000";
  private static final int LARGEST = 25 * 1024 * 1024;
  private static final int PATIENCE = 3;

  private final Mail settings;
  private final MailReader reader;
  private final Mailbox mailbox;
  private final Answers answers;
  private final TransactionTemplate transaction;
  private final Map<String, Integer> failures = new HashMap<>();

  MailPoll(
      SettingsCheck checked,
      ContactCenterProperties settings,
      Mailbox mailbox,
      Answers answers,
      PlatformTransactionManager transactions) {
    this.settings = settings.mail();
    this.reader = new MailReader(this.settings);
    this.mailbox = mailbox;
    this.answers = answers;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** One round; does nothing when it is another node's turn. */
  void once() throws MessagingException {
    if (!mailbox.isMyTurn(account(), settings.pollEvery())) {
      return;
    }
    try (Store store = connected();
        Folder folder = store.getFolder(settings.folder())) {
      folder.open(Folder.READ_WRITE);
      readOn(folder, (UIDFolder) folder);
    }
  }

  private void readOn(Folder folder, UIDFolder uids) throws MessagingException {
    String cursor = mailbox.cursor(account());
    String place = uids.getUIDValidity() + ":";
    long next = uids.getUIDNext();
    boolean known = cursor.startsWith(place);
    long last = known ? Long.parseLong(cursor.substring(place.length())) : 0;
    List<Message> letters =
        Arrays.asList(
            known
                ? uids.getMessagesByUID(last + 1, UIDFolder.LASTUID)
                : folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false)));
    long reached = 0;
    for (Message letter : letters) {
      long uid = uids.getUID(letter);
      if (uid > last) {
        if (!keep(letter, cursor, place + uid)) {
          return;
        }
        cursor = place + uid;
        reached = uid;
        letter.setFlag(Flags.Flag.SEEN, true);
      }
    }
    // what had been seen before the first round is history
    if (!known && next - 1 > reached) {
      mailbox.advance(account(), cursor, place + (next - 1));
    }
  }

  private boolean keep(Message letter, String from, String to) throws MessagingException {
    try {
      Incoming incoming = read((MimeMessage) letter, account() + ":" + to);
      Answers.State state =
          transaction.execute(
              status -> mailbox.advance(account(), from, to) ? answers.take(incoming) : null);
      if (state != null) {
        log.info("received a letter of the contact center: {}", state);
      }
      failures.remove(to);
      return state != null;
    } catch (RuntimeException | Error trouble) {
      failures.merge(to, 1, Integer::sum);
      throw trouble;
    }
  }

  private Incoming read(MimeMessage letter, String id) throws MessagingException {
    if (failures.getOrDefault(id.substring(account().length() + 1), 0) >= PATIENCE) {
      return unreadable(letter, id, "не удалось принять несколько раз подряд");
    }
    if (letter.getSize() > LARGEST) {
      return unreadable(letter, id, "больше 25 МБ");
    }
    try {
      return reader.read(new MimeMessage(letter), id);
    } catch (MessagingException | IOException | RuntimeException unreadable) {
      return unreadable(letter, id, "письмо не читается");
    }
  }

  private Incoming unreadable(MimeMessage letter, String id, String why) {
    return new Incoming(Source.EMAIL, id, null, "", "", List.of(), null)
        .failing(
            Answers.State.UNREADABLE,
            "Прочитайте письмо в ящике %s (%s): %s. Тема: %s"
                .formatted(settings.from(), settings.folder(), why, MailReader.subject(letter)));
  }

  private String account() {
    return settings.imap().username() + "@" + settings.imap().host() + "/" + settings.folder();
  }

  private Store connected() throws MessagingException {
    Server server = settings.imap();
    String protocol = server.encryption() == Encryption.TLS ? "imaps" : "imap";
    Store store =
        Session.getInstance(MailSessions.properties(protocol, server, LIMIT)).getStore(protocol);
    store.connect(
        server.host(),
        server.port() == 0 ? -1 : server.port(),
        server.username(),
        server.password().reveal());
    return store;
  }
}
