import type { FurnitureWords } from '../language.ts';
import { monthNames, phrases } from '../language.ts';

/** French: the words around a text. */
export const furniture: FurnitureWords = {
  months: monthNames(`janvier/janv/jan, février/févr/fév/fevrier, mars, avril/avr, mai, juin, juillet/juil, août/aout,
    septembre/sept, octobre/oct, novembre/nov, décembre/déc/decembre`),
  by: phrases(`par, propos recueillis par, publié par, écrit par, rédigé par, un article de, texte de, auteur, auteurs,
    texte, reportage de, posté par`),
  role: phrases(`journaliste, envoyé spécial, envoyée spéciale, correspondant, correspondante, rédacteur, rédactrice,
    rédacteur en chef, chroniqueur, grand reporter, rédactrice en chef, reporter, éditorialiste,
    directeur de la rédaction`),
  nobody:
    phrases(`rédaction, la rédaction, admin, rédaction web, service web, équipe, équipe éditoriale, agence, agences,
    auteur, invité, rédaction numérique, communiqué, communiqué de presse, la rédac, webmaster, newsroom,
    le service`),
  source: phrases('source, crédit texte'),
  editor: phrases('édité par, relecture, édition, édition et révision'),
  more: phrases(`lire la suite, en savoir plus, voir plus, suite, lire l'article, tout voir, plus, afficher plus,
    voir tout, plus d'infos, lire plus`),
  also: phrases(`lire aussi, à lire aussi, à lire également, lire également, voir aussi, à voir aussi, sur le même sujet,
    à lire, lire, notre dossier, pour aller plus loin, article suivant, article précédent, lisez aussi,
    retrouvez, a lire aussi, à découvrir, lire la suite`),
  lists: phrases(`à lire aussi, lire aussi, sur le même sujet, sur le même thème, articles liés, articles similaires,
    articles récents, articles associés, les plus lus, les plus lues, les plus consultés, les plus partagés,
    les plus commentés, le plus lu, dernières actualités, dernières nouvelles, derniers articles,
    dernières infos, dernière minute, à la une, à ne pas manquer, vous aimerez aussi, vous aimerez également,
    recommandé, recommandé pour vous, nos recommandations, les dernières actus, en continu, fil info,
    populaires, articles populaires, plus d'articles, dans la même rubrique, autres articles, actualités,
    à découvrir, dans l'actualité, plus de, tendances, à voir aussi, en ce moment, nos articles,
    lire également, voir aussi, le fil, contenus similaires, la sélection, pour aller plus loin, sélection,
    les + lus, les titres`),
  published: phrases(`publié, publié le, mis en ligne, mis en ligne le, posté le, date de publication, le, paru le,
    publication, rédigé le, diffusé le, écrit le, date`),
  updated: phrases(`mis à jour, mis à jour le, modifié, modifié le, mise à jour, dernière mise à jour, actualisé,
    actualisé le, màj, dernière modification, maj`),
  photo: phrases(`photo, photos, crédit photo, crédits, crédit, image, images, photographie, illustration, vidéo,
    crédits photo, légende, ©`),
  agencies: phrases('agences, agence, agences de presse'),
  contributed: phrases(`avec, d'après les informations de, avec les informations de, avec la contribution de,
    avec des informations de, avec le concours de`),
  republished:
    phrases(`initialement publié, publié à l'origine, publié initialement, article paru dans, un article publié par,
    republié`),
  writings: phrases('article, texte'),
  pointers: phrases('cet, ce'),
  endings: phrases('fin'),
  weekdays: phrases('lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche'),
  tools:
    phrases(`partager, partager l'article, partager cet article, partager sur facebook, imprimer, imprimer cet article, imprimer l'article, envoyer, envoyer à un ami, envoyer par e-mail, copier le lien, écouter, écouter l'article, commenter, commentaires, réagir, enregistrer, sauvegarder, offrir l'article,
    publicité, la suite après cette publicité, pub, taille du texte, haut de page, retour, fermer, ajouter à vos favoris`),
  rights: phrases(
    `tous droits réservés, reproduction interdite, reproduction intégrale ou partielle interdite, droits de reproduction`,
  ),
  calls: phrases(
    `suivez-nous, suivez nous, retrouvez-nous sur, rejoignez-nous, abonnez-vous, inscrivez-vous, je m'inscris, recevez chaque, recevez toute, recevez notre, recevez nos, recevez gratuitement, téléchargez notre application, téléchargez l'application, restez informé, une erreur dans, vous avez repéré une erreur, signaler une erreur, créez un compte, créez votre compte, créez gratuitement`,
  ),
  paywall: phrases(
    `réservé aux abonnés, réservée aux abonnés, réservé à nos abonnés, de cet article à lire, la suite est réservée, pour lire la suite, déjà abonné, abonnez-vous pour lire, article abonné, contenu réservé, lire la suite de cet article en, pour continuer à lire`,
  ),
  comments: phrases(
    `commentaires, commentaire, vos commentaires, vos réactions, laisser un commentaire, poster un commentaire`,
  ),
  tags: phrases('tags, mots-clés, thèmes, thématiques, étiquettes, sujets'),
  actions: phrases(
    `abonnez-vous, s'abonner, s’abonner, je m'abonne, inscrivez-vous, s'inscrire, se connecter, connectez-vous, téléchargez l'application, téléchargez l’application, suivez-nous, contactez, contact, à propos`,
  ),
  ownPages: phrases(
    `confidentialité, mentions légales, conditions générales, conditions d'utilisation, données personnelles, cookies, accessibilité, newsletter, newsletters, podcast, podcasts, plan du site`,
  ),
  ages: phrases(
    `il y a # min, il y a # minutes, il y a # heure, il y a # heures, il y a # h, il y a # jour, il y a # jours, il y a # semaine, il y a # semaines, il y a # mois, # min de lecture, # minutes de lecture, lecture # min`,
  ),
  organisations: phrases(
    `redaction, rédaction, agence, journal, université, ministère, association, fondation, institut, rédactrice, presse`,
  ),
  missing: phrases(
    'page introuvable, introuvable, page demandée, page que vous cherchez, page non trouvée, accès refusé',
  ),
};
