/**
 * The rules for what lies in {@code processes} and {@code forms}, checked on the files alone: no
 * engine runs. Faults are worded for a process owner.
 *
 * <p>Door: {@link org.communitydesk.contract.ProcessContract} and {@link
 * org.communitydesk.contract.Catalog}.
 */
package org.communitydesk.contract;
