package fr.aisneneo.example.portal.web;

/**
 * How somebody proves who they are: <b>the part that you replace</b>.
 *
 * <p>An implementation answers at {@link ErrorAnswers#SIGN_IN} and wherever else it needs to (the callback of an OpenID
 * provider, say), and calls {@link fr.aisneneo.example.portal.session.Visit#signIn} once it is sure. Everything else,
 * sessions, roles and what they may do, stays as it is.
 */
public interface SignIn extends Routes {}
