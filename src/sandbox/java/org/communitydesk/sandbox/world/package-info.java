/**
 * What every simulated platform stands on: its storage, its clock, its deliveries to the hook and
 * its faults.
 */
package org.communitydesk.sandbox.world;
