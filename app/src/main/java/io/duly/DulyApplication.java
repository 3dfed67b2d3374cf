package io.duly;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: all modules over one database. */
@SpringBootApplication
public class DulyApplication {}
