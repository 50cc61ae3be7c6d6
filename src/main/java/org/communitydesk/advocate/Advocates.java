package org.communitydesk.advocate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communitydesk.conversation.Platform;
import org.communitydesk.privacy.CardNumbers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may speak for the brand as a disclosed advocate, what they posted and what came of it. */
@Component
@Transactional
public class Advocates {

  private final Register register;
  private final Disclosures disclosures;
  private final BrandAccounts brand;

  Advocates(Register register, Disclosures disclosures, BrandAccounts brand) {
    this.register = register;
    this.disclosures = disclosures;
    this.brand = brand;
  }

  /**
   * Registers a person.
   *
   * @param who the supervisor's id
   * @return the advocate's id
   * @throws AdvocateRefused when the person may not speak for the brand, or not so
   */
  public String register(Registration given, String who, Instant at) {
    Entries.require(given);
    if (brand.own(given.platform(), given.accountId())) {
      throw new AdvocateRefused(
          "accountId", "это аккаунт самого бренда, а адвокат пишет от своего имени.");
    }
    disclosures
        .fault(given.disclosure())
        .ifPresent(
            fault -> {
              throw new AdvocateRefused("disclosure", fault);
            });
    requireFuture(given.consentUntil(), at);
    return register
        .add(given, who, at)
        .orElseThrow(
            () ->
                new AdvocateRefused(
                    "accountId", "этот аккаунт уже есть в реестре, продлите его согласие."));
  }

  /**
   * Moves the end of a consent; prolonging to the same end changes nothing.
   *
   * @throws AdvocateRefused when there is no such advocate, the consent was withdrawn, or the end
   *     is not after both its beginning and {@code at}
   */
  public Advocate prolong(String id, Instant consentUntil, Instant at) {
    Advocate advocate = known(id);
    if (advocate.withdrawnAt() != null) {
      throw new AdvocateRefused(
          "advocateId", "согласие отозвано, зарегистрируйте человека заново.");
    }
    Entries.requireConsent(advocate.consentFrom(), consentUntil);
    requireFuture(consentUntil, at);
    register.prolong(id, consentUntil);
    return known(id);
  }

  /**
   * The consent ends at once; the row and the posts stay. Withdrawing twice changes nothing.
   *
   * @throws AdvocateRefused when there is no such advocate
   */
  public Advocate withdraw(String id, String who, Instant at) {
    register.withdraw(known(id).id(), who, at);
    return known(id);
  }

  /** Everybody, also those whose consent is over, by name. */
  @Transactional(readOnly = true)
  public List<Advocate> all() {
    return register.all();
  }

  /** Those who may speak on that platform now, by name. */
  @Transactional(readOnly = true)
  public List<Advocate> active(Platform platform, Instant at) {
    return register.all().stream()
        .filter(one -> one.platform() == platform && one.state(at) == Advocate.State.ACTIVE)
        .toList();
  }

  /**
   * Whether a text is a post of an advocate who may speak on that platform now: it holds their
   * disclosure. Advocates who are registered by a public name are not recognised.
   *
   * @param authorId the platform's id of who wrote it
   */
  @Transactional(readOnly = true)
  public boolean isPost(Platform platform, String authorId, String text, Instant at) {
    return active(platform, at).stream()
        .filter(one -> BrandAccounts.plain(one.accountId()).equals(BrandAccounts.plain(authorId)))
        .anyMatch(one -> Disclosures.holds(text, one.disclosure()));
  }

  /** Empty when there is no such advocate, also when the id is no number. */
  @Transactional(readOnly = true)
  public Optional<Advocate> find(String id) {
    return register.find(id);
  }

  /**
   * Whether the post may count as an advocate's.
   *
   * @param platform where the case stands
   * @param postText as published
   * @throws AdvocateRefused when the advocate may not speak there now, the address is not one of
   *     the platform, or the text lacks the disclosure or poses as an ordinary customer's
   */
  @Transactional(readOnly = true)
  public Advocate check(
      String advocateId, Platform platform, String postUrl, String postText, Instant at) {
    Advocate advocate = known(advocateId);
    requireConsent(advocate, at);
    if (advocate.platform() != platform) {
      throw new AdvocateRefused(
          "advocateId",
          "%s пишет на площадке %s, а обращение — на площадке %s."
              .formatted(advocate.name(), advocate.platform().title(), platform.title()));
    }
    PostAddress.require(postUrl, platform);
    if (!Disclosures.holds(postText, advocate.disclosure())) {
      throw new AdvocateRefused(
          "advocatePostText",
          "в посте нет фразы о связи с брендом: «%s»".formatted(advocate.disclosure()));
    }
    disclosures
        .pose(postText)
        .ifPresent(
            pose -> {
              throw new AdvocateRefused(
                  "advocatePostText", "автор выдаёт себя за постороннего: " + pose + ".");
            });
    return advocate;
  }

  /**
   * Keeps a post that {@link #check} let through.
   *
   * @param postText as published; card numbers are masked here
   * @param objection what the person had said last; may be empty
   */
  public void record(
      String caseId,
      String advocateId,
      String postUrl,
      String postText,
      String objection,
      Instant at) {
    register.addPost(
        caseId,
        known(advocateId),
        postUrl,
        CardNumbers.mask(postText),
        CardNumbers.mask(objection),
        at);
  }

  /** What came of the posts of this case that nobody has judged yet; none is no error. */
  public void outcome(String caseId, boolean settled, Instant at) {
    register.settle(caseId, settled, at);
  }

  /** By the advocate's id; who has posted nothing is absent. */
  @Transactional(readOnly = true)
  public Map<String, Outcomes> outcomes() {
    return register.outcomes();
  }

  /** The latest posts, newest first; empty for an unknown advocate. */
  @Transactional(readOnly = true)
  public List<AdvocatePost> posts(String id, int limit) {
    return register.find(id).map(one -> register.posts(one.id(), limit)).orElse(List.of());
  }

  private Advocate known(String id) {
    return register
        .find(id)
        .orElseThrow(() -> new AdvocateRefused("advocateId", "такого адвоката в реестре нет."));
  }

  private static void requireConsent(Advocate advocate, Instant at) {
    String fault =
        switch (advocate.state(at)) {
          case ACTIVE -> null;
          case NOT_YET -> "ещё не началось";
          case EXPIRED -> "закончилось";
          case WITHDRAWN -> "отозвано";
        };
    if (fault != null) {
      throw new AdvocateRefused(
          "advocateId", "согласие (%s) %s.".formatted(advocate.name(), fault));
    }
  }

  private static void requireFuture(Instant consentUntil, Instant at) {
    if (!consentUntil.isAfter(at)) {
      throw new AdvocateRefused("consentUntil", "согласие уже закончилось.");
    }
  }
}
