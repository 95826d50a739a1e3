/**
 * Proofs of transfers and statements, for whoever trusts nobody: they are checked offline, with a JDK and nothing else.
 *
 * <p>Each command that makes transfers leaves one event in the journal, {@code ledger.transfers.made}, which commits to
 * all of them by the root of a Merkle tree (RFC 9162, section 2.1: SHA-256, {@code 0x00} before a leaf, {@code 0x01}
 * before two hashes). The leaves are the transfers in their order, in the layout that
 * {@link fr.aisneneo.core.ledger.proof.TransferLeaf} fixes. A {@link fr.aisneneo.core.ledger.proof.TransferProof} is
 * such a leaf with its way to the root; a receipt of the journal ({@code neo-sdk-core-receipts}) shows that the event
 * with that root is in the log that was signed. Together:
 *
 * <pre>{@code
 * String event = new ReceiptVerifier(publishedKey).verify(receiptText);
 * TransferLeaf transfer = TransferProof.parse(proofText).verify(event);
 * }</pre>
 *
 * <p>A leaf shows its transfer and not the accounts: what the transfer left on each of the two is in it as a
 * {@link fr.aisneneo.core.ledger.proof.SideSeal} only, a hash salted with 16 bytes that nobody can guess. Whoever may
 * see an account is given the salts of its side, line by line, in a
 * {@link fr.aisneneo.core.ledger.proof.StatementProof}. Since a seal also says which transfer of the account came
 * before, no line can be left out, added or changed unnoticed.
 */
package fr.aisneneo.core.ledger.proof;
