package io.duly.desk;

import io.duly.einvoice.Ubl;

/** Whom the ten days of a collector are about, and the list and the invoice that they come with. */
final class Customers {
  static final String ALDER = "Alder Joinery Ltd";
  static final String BIRCH = "Birch Catering Ltd";
  static final String CEDAR = "Cedar Print Ltd";
  static final String DORSET = "Dorset Cabins Ltd";
  static final String ELM = "Elm Stores Ltd";
  static final String FERN = "Fern Hotels Ltd";
  static final String GALE = "Gale Marine Ltd";
  static final String HAZEL = "Hazel Foods Ltd";
  static final String IVY = "Ivy Transport Ltd";
  static final String KNOLL = "Knoll Dairy Ltd";

  static final String LIST =
      """
      Customer No;Customer;Street;Postcode;City;Country;E-Mail;Phone;Contact;Customer Type;Invoice No;Invoice Date;Due Date;Amount;Currency
      K-01;Alder Joinery Ltd;1 Quay Street;M3 3HF;Manchester;GB;accounts@alder.example;+441614960101;Amy Alder;company;INV-101;2026-01-11;2026-02-10;1200.00;GBP
      K-02;Birch Catering Ltd;2 Quay Street;M3 3HF;Manchester;GB;accounts@birch.example;+441614960102;Bob Birch;company;INV-102;2026-01-13;2026-02-12;800.00;GBP
      K-03;Cedar Print Ltd;3 Quay Street;M3 3HF;Manchester;GB;accounts@cedar.example;+441614960103;;company;INV-103;2026-01-15;2026-02-14;640.00;GBP
      K-04;Dorset Cabins Ltd;4 Quay Street;M3 3HF;Manchester;GB;accounts@dorset.example;+441614960104;Dan Dorset;company;INV-104;2026-01-10;2026-02-09;2300.00;GBP
      K-05;Elm Stores Ltd;5 Quay Street;M3 3HF;Manchester;GB;accounts@elm.example;+441614960105;Eve Elm;company;INV-105;2026-01-16;2026-02-15;900.00;GBP
      K-05;Elm Stores Ltd;5 Quay Street;M3 3HF;Manchester;GB;accounts@elm.example;+441614960105;Eve Elm;company;INV-115;2026-01-20;2026-02-19;450.00;GBP
      K-07;Gale Marine Ltd;7 Quay Street;M3 3HF;Manchester;GB;accounts@gale.example;+441614960107;;company;INV-107;2026-01-22;2026-02-21;310.00;GBP
      K-08;Hazel Foods Ltd;8 Quay Street;M3 3HF;Manchester;GB;accounts@hazel.example;+441614960108;;company;INV-108;2026-01-09;2026-02-08;5400.00;GBP
      K-09;Ivy Transport Ltd;9 Quay Street;M3 3HF;Manchester;GB;accounts@ivy.example;+441614960109;;company;INV-109;2026-01-14;2026-02-13;980.00;GBP
      K-10;Juniper Works Ltd;10 Quay Street;M3 3HF;Manchester;GB;accounts@juniper.example;+441614960110;;company;INV-110;2026-01-18;soon;720.00;GBP
      K-11;Knoll Dairy Ltd;;;;GB;;;;company;INV-111;2026-01-19;2026-02-18;265.00;GBP
      """;

  /** Only of an invoice that came electronically is there an original of which a copy can be sent. */
  static final String FERNS_INVOICE =
      Ubl.invoice().with("number", "INV-106").with("issued", "2026-01-12").with("due", "<cbc:DueDate>2026-02-11</cbc:DueDate>").with("delivered", "2026-01-10")
          .with("currency", "GBP").with("sellerName", "Harbour &amp; Vale Ltd").with("buyerName", FERN).with("text", "Linen for forty rooms")
          .amounting("1470.59", "279.41", "1750.00").text();

  private Customers() {}
}
