/**
 * The business hours of Russia: which hours of which days are worked, in Moscow time.
 *
 * <p>Door: {@link org.communitydesk.calendar.Calendars} keeps one file per year; {@link
 * org.communitydesk.calendar.BusinessCalendar} counts; {@link
 * org.communitydesk.calendar.MoscowTime} writes moments and days. Not here: which deadline a case
 * has (see {@code processes/service-level.dmn}) and whether its clock runs (room {@code cases}).
 */
@ApplicationModule(
    displayName = "Calendar",
    allowedDependencies = {})
package org.communitydesk.calendar;

import org.springframework.modulith.ApplicationModule;
