/**
 * What was said can be proved. The events of each tenant's journal are the leaves of a Merkle tree (RFC 6962, RFC
 * 9162); {@linkplain fr.aisneneo.core.receipts.Receipts#seal sealing} extends the tree and signs a checkpoint (C2SP
 * tlog-checkpoint, Ed25519). A {@linkplain fr.aisneneo.core.receipts.Receipt receipt} is an event, its path to the root
 * and such a checkpoint: whoever holds it can show that the event was in the journal, without asking anybody. Two
 * checkpoints and a consistency proof show that nothing was rewritten between them.
 *
 * <p>Positions in the journal have no gaps and never change, so a leaf is fixed as soon as its event has one: with its
 * commit where writers run one at a time, else when somebody first reads the journal, and sealing does. Sealing
 * computes what follows from it, at any later time and as often as wanted.
 */
package fr.aisneneo.core.receipts;
