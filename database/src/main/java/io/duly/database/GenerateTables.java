package io.duly.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;

/** Run by the build: migrates an embedded PostgreSQL and writes jOOQ's classes for the tables, unless they are current. */
final class GenerateTables {
  private static final String SCHEMAS =
      "identity|journal|parties|ledger|intake|cases|agreements|correspondence|cycle|banking|einvoice|corrections|calls|webhooks";

  private GenerateTables() {}

  public static void main(String[] args) throws Exception {
    var migrations = Path.of(args[0]);
    var target = Path.of(args[1]);
    var stamp = target.resolve(".stamp");
    var digest = digest(migrations);
    if (Files.exists(stamp) && Files.readString(stamp).equals(digest)) {
      return;
    }
    generate(migrations, target, Path.of(args[2]));
    Files.writeString(stamp, digest);
  }

  private static void generate(Path migrations, Path target, Path home) throws Exception {
    try (var server = EmbeddedPostgres.at(home, Map.of("fsync", "off", "shared_buffers", "32MB"))) {
      var fresh = freshDatabase(server);
      Roles.ensure(fresh);
      Flyway.configure()
          .dataSource(fresh.url(), fresh.user(), fresh.password())
          .locations("filesystem:" + migrations)
          .load()
          .migrate();
      GenerationTool.generate(configuration(fresh, target));
    }
  }

  private static Login freshDatabase(EmbeddedPostgres server) throws SQLException {
    var owner = server.owner("postgres");
    try (var connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
        var statement = connection.createStatement()) {
      statement.execute("drop database if exists tables with (force)");
      statement.execute("create database tables");
    }
    return server.owner("tables");
  }

  private static Configuration configuration(Login login, Path target) {
    var database =
        new Database()
            .withName("org.jooq.meta.postgres.PostgresDatabase")
            .withIncludes("(" + SCHEMAS + ")\\..*")
            .withExcludes(".*\\.(append_only|scope_by_creditor)");
    return new Configuration()
        .withJdbc(new Jdbc().withUrl(login.url()).withUser(login.user()).withPassword(login.password()))
        .withGenerator(
            new Generator()
                .withDatabase(database)
                .withGenerate(new Generate().withGeneratedAnnotation(false).withJavaTimeTypes(true))
                .withTarget(
                    new Target()
                        .withPackageName("io.duly.database.jooq")
                        .withDirectory(target.toString())
                        .withClean(true)));
  }

  private static String digest(Path migrations) throws IOException, NoSuchAlgorithmException {
    var sha = MessageDigest.getInstance("SHA-256");
    try (var files = Files.walk(migrations)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        sha.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        sha.update(Files.readAllBytes(file));
      }
    }
    sha.update(org.jooq.Constants.FULL_VERSION.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(sha.digest());
  }
}
