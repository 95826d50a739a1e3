package fr.aisneneo.example.benchmarks.transfer;

/** What the banks in SQL have in common: tables {@code account}, {@code transfer} and {@code entry}. */
final class BankSql {
    /**
     * The row of a {@link Tally}. An account is wrong if its balance is not what both entries and transfers come to.
     */
    static final String TALLY = """
            WITH entered AS (SELECT account, sum(amount) AS amount FROM entry GROUP BY account),
              transferred AS (
                SELECT account, sum(amount) AS amount FROM (
                  SELECT debit AS account, -amount AS amount FROM transfer
                  UNION ALL SELECT credit, amount FROM transfer) AS sides
                GROUP BY account)
            SELECT (SELECT count(*) FROM transfer), (SELECT sum(balance) FROM account),
              (SELECT count(*) FROM account
                LEFT JOIN entered ON entered.account = account.id
                LEFT JOIN transferred ON transferred.account = account.id
                WHERE balance <> coalesce(entered.amount, 0) OR balance <> coalesce(transferred.amount, 0))
            """;

    private BankSql() {}
}
