/**
 * The database that everything stands on: the embedded PostgreSQL, an outside one, the roles and the migrations. Knows
 * nothing of the business; jOOQ's classes for the tables are generated into {@code io.duly.database.jooq}.
 */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package io.duly.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
