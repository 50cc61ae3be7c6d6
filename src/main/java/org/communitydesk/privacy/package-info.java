/**
 * Personal data in what people write: finds it, and takes card data out before anything is kept.
 * And what the desk keeps of a person: shown, handed over, erased.
 *
 * <p>Door: {@link org.communitydesk.privacy.CardNumbers} and {@link
 * org.communitydesk.privacy.PersonalData} for texts; {@link
 * org.communitydesk.privacy.PersonalRecords} for persons, whose data lie in the rooms that
 * implement {@link org.communitydesk.privacy.PersonalDataStore}. Not here: who may do that (see
 * {@code security}).
 *
 * <p>What stays of an erased person is under a pseudonym that nothing else knows: the outline of
 * their cases and their steps on the ladder. The ledger of sanctions names persons by a number and
 * evidence by a salted hash, so its chain still verifies when text, salt and id are gone. A ban
 * cannot be lifted without the platform's id: that alone stays as long as the ban.
 */
@ApplicationModule(
    displayName = "Privacy",
    allowedDependencies = {"conversation", "database"})
package org.communitydesk.privacy;

import org.springframework.modulith.ApplicationModule;
