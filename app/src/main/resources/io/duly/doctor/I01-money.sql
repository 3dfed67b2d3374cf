-- I1 currency-known: Every currency is one that ISO 4217 knows
with used as (
  select distinct 'parties.creditor' as place, currency from parties.creditor
  union select distinct 'ledger.invoice', currency from ledger.invoice
  union select distinct 'ledger.receipt', currency from ledger.receipt
  union select distinct 'ledger.credit_note', currency from ledger.credit_note
  union select distinct 'ledger.posting', currency from ledger.posting
  union select distinct 'ledger.charge', currency from ledger.charge
  union select distinct 'ledger.charge_posting', currency from ledger.charge_posting
  union select distinct 'cases.recovery_case', currency from cases.recovery_case
  union select distinct 'agreements.promise', currency from agreements.promise
  union select distinct 'correspondence.message', currency from correspondence.message
  union select distinct 'cycle.set_aside', currency from cycle.set_aside)
select place || ': ' || currency from used
 where currency <> all (string_to_array(
    'ADP AED AFA AFN ALL AMD ANG AOA ARS ATS AUD AWG AYM AZM AZN BAM BBD BDT BEF BGL BGN BHD BIF BMD BND BOB '
    || 'BOV BRL BSD BTN BWP BYB BYN BYR BZD CAD CDF CHE CHF CHW CLP CNY COP COU CRC CSD CUC CUP CVE CYP CZK DEM '
    || 'DJF DKK DOP DZD EEK EGP ERN ESP ETB EUR FIM FJD FKP FRF GBP GEL GHC GHS GIP GMD GNF GRD GTQ GWP GYD HKD '
    || 'HNL HRK HTG HUF IDR IEP ILS INR IQD IRR ISK ITL JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP '
    || 'LKR LRD LSL LTL LUF LVL LYD MAD MDL MGA MGF MKD MMK MNT MOP MRO MRU MTL MUR MVR MWK MXN MXV MYR MZM MZN '
    || 'NAD NGN NIO NLG NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PTE PYG QAR ROL RON RSD RUB RUR RWF SAR SBD SCR '
    || 'SDD SDG SEK SGD SHP SIT SKK SLE SLL SOS SRD SRG SSP STD STN SVC SYP SZL THB TJS TMM TMT TND TOP TPE TRL '
    || 'TRY TTD TWD TZS UAH UGX USD USN USS UYI UYU UZS VEB VED VEF VES VND VUV WST XAD XAF XCD XCG XOF XPF YER '
    || 'YUM ZAR ZMK ZMW ZWD ZWG ZWL ZWN ZWR', ' '))

-- I1 posting-currency: A posting has the currency of its invoice and of the money it allocates
select 'posting ' || p.id from ledger.posting p join ledger.invoice i on i.id = p.invoice_id
  left join ledger.receipt r on r.id = p.receipt_id left join ledger.credit_note c on c.id = p.credit_note_id
 where p.currency <> i.currency or p.currency <> coalesce(r.currency, p.currency) or p.currency <> coalesce(c.currency, p.currency)

-- I1 case-currency: Messages and promises have the currency of their case
select 'message ' || m.id from correspondence.message m join cases.recovery_case c on c.id = m.case_id where m.currency <> c.currency
union all
select 'promise ' || p.id from agreements.promise p join cases.recovery_case c on c.id = p.case_id where p.currency <> c.currency
